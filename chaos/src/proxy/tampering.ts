import type { ProxiedRequest } from './requests.js';

/** Bugs of a server, played by the proxy: with any of them the checker must find something. */
export interface Tampering {
  /** The request that goes to the API in place of the client's. */
  request?(request: ProxiedRequest): ProxiedRequest;
  /** The copy of a POST that is sent along with it. */
  duplicate?(request: ProxiedRequest): ProxiedRequest;
  /** A success for the POST of a message that does not reach the API, unless it is sent. */
  answer?(request: ProxiedRequest, send: (request: ProxiedRequest) => void): Buffer | undefined;
  /** For each stream: what its reader gets in place of the bytes. */
  frames?(): (bytes: Buffer) => Buffer;
}
