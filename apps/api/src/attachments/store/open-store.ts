import type { Config } from '../../config/config.js';
import type { AttachmentStore } from './attachment-store.js';
import { DiskStore } from './disk-store.js';
import { S3Store } from './s3-store.js';

/** The store that the configuration names, ready to be written to. Throws a StartupError. */
export async function openAttachmentStore(config: Config, dataDirectory: string): Promise<AttachmentStore> {
  return config.s3 ? S3Store.open(config.s3) : DiskStore.in(dataDirectory);
}
