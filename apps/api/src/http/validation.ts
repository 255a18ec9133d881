import { type ArgumentMetadata, Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { ProblemError } from './problem.js';

/** Most faults an answer lists; the first few are what helps. */
const MAX_ERRORS = 20;
/** Longest part of a name that an answer repeats to whoever sent it. */
const MAX_PATH = 80;

/**
 * Holds bodies, queries and paths against the contract. A body or query that does not fit is answered 400 with the
 * fields named; a path whose parameters cannot name anything is answered 404, like one that is well-formed and unknown.
 */
@Injectable()
export class ContractPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({
      exceptionFactory: (issues) =>
        new ProblemError('invalid', 'Some fields are not valid', { errors: toErrors(issues) }),
    });
  }

  /** Nothing to strip: the parser refuses keys that reach a prototype, and the contract every other unknown one. */
  protected override stripProtoKeys(): void {}

  // biome-ignore lint/suspicious/noExplicitAny: the signature of the class this extends.
  override async transform<T = any>(value: T, metadata: ArgumentMetadata): Promise<T> {
    try {
      return await super.transform(value, metadata);
    } catch (error) {
      throw metadata.type === 'param' ? new ProblemError('not_found') : error;
    }
  }
}

function toErrors(issues: readonly StandardSchemaV1.Issue[]): { path: string; message: string }[] {
  return issues.slice(0, MAX_ERRORS).map((issue) => ({
    path: (issue.path ?? [])
      .map((part) => String(typeof part === 'object' ? part.key : part))
      .join('.')
      .slice(0, MAX_PATH),
    message: issue.message.slice(0, 200),
  }));
}
