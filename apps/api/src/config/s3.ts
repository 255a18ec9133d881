/** A bucket of a store that speaks S3, and the key to it. */
export interface S3Config {
  /** Where the store answers; the bucket comes after it in the path. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}
