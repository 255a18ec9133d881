import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { EMPTY_HASH, signedHeaders } from './aws-signature.js';

/** The examples in the Amazon S3 API reference, "Signature calculations for the authorization header". */
const credentials = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  region: 'us-east-1',
};
const at = new Date('2013-05-24T00:00:00.000Z');
const scope = 'Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request';

test('a GET is signed as Amazon signs it', () => {
  const url = new URL('https://examplebucket.s3.amazonaws.com/test.txt');
  const headers = signedHeaders(
    { method: 'GET', url, headers: { range: 'bytes=0-9' }, bodyHash: EMPTY_HASH, at },
    credentials,
  );
  expect(headers['authorization']).toBe(
    `AWS4-HMAC-SHA256 ${scope}, SignedHeaders=host;range;x-amz-content-sha256;x-amz-date, Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41`,
  );
});

test('a PUT is signed as Amazon signs it', () => {
  const url = new URL('https://examplebucket.s3.amazonaws.com/test%24file.text');
  const bodyHash = createHash('sha256').update('Welcome to Amazon S3.').digest('hex');
  const extra = { date: 'Fri, 24 May 2013 00:00:00 GMT', 'x-amz-storage-class': 'REDUCED_REDUNDANCY' };
  const headers = signedHeaders({ method: 'PUT', url, headers: extra, bodyHash, at }, credentials);
  expect(headers['authorization']).toBe(
    `AWS4-HMAC-SHA256 ${scope}, SignedHeaders=date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class, Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd`,
  );
});
