/**
 * The last touch on what leaves the server. The log and the tables keep what does not change; what is true only for a
 * while, such as a signed link, is filled in here, once for all who get the same bytes.
 */
export abstract class OutgoingJson {
  abstract finish(json: string): string;
}
