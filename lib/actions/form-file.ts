/** A file input whose text takes the place of a text field, so that both ways of giving it are read and shown back alike. */
export type FileOfForm = {
  /** The file input's name. */
  readonly input: string;
  /** The text field that the file's text goes into, and the field that gets its name. */
  readonly text: string;
  readonly name: string;
  /** Bytes; of a larger file just enough is read to show that it is too large. */
  readonly most: number;
};

/** The form with a chosen file's text in its field; without one, as it is. The file itself is left out. */
export async function withFileText(form: FormData, spec: FileOfForm | undefined): Promise<FormData> {
  if (spec === undefined) return form;
  const file = form.get(spec.input);
  form.delete(spec.input);
  if (!(file instanceof File) || file.size === 0) return form;
  const text = await file.slice(0, spec.most + 1).text();
  form.set(spec.text, text);
  form.set(spec.name, file.name);
  return form;
}
