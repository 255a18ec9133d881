import { rm } from 'node:fs/promises';

export default async function tearDown() {
  await rm(process.env.WIDGET_DIST, { recursive: true, force: true });
}
