import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Principal, PrincipalRequest } from './principal.js';

/** The principal of the request; undefined only where `@Allow` has `anyone`. */
export const CallerIs = createParamDecorator(
  (_: unknown, context: ExecutionContext): Principal | undefined =>
    context.switchToHttp().getRequest<PrincipalRequest>().principal,
);
