// Before `npm start` and `npm test`, in words that an old Node understands too: it could not even read what comes after.
const major = Number(process.versions.node.split(".")[0]);
if (major < 20) {
  process.stderr.write(
    `This needs Node 20 or newer, and this is Node ${process.versions.node}: nodejs.org has it.\n`,
  );
  process.exit(1);
}
