import { keepRow } from "./keep-row";

// The least a server action can be: six fields, one insert, a redirect. What our own join is measured against.

export const dynamic = "force-dynamic";

export default function Page() {
  return (
    <form action={keepRow}>
      {["one", "two", "three", "four", "five", "six"].map((name) => (
        <p key={name}>
          <label>
            {name} <input name={name} />
          </label>
        </p>
      ))}
      <button>Send</button>
    </form>
  );
}
