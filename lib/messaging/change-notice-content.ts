/** What a mail about a changed privacy notice says, as frozen in `mailing.content`. Words are plain text. */
export type ChangeNotice = {
  readonly subject: string;
  /** The number of the notice that tells of it. */
  readonly noticeNumber: number;
  /** The data protection officer's own words; a blank line begins a new paragraph. */
  readonly summary: string;
  /** Each change in a sentence for members. */
  readonly changes: readonly string[];
};
