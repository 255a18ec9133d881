import { Controller, HttpCode, Post } from '@nestjs/common';
import type { ParsedBody, ReplyBody, TwoFactorSetup } from '@porchlight/protocol';
import { PasswordsService } from '../account/passwords.service.js';
import { BodyOf } from '../http/contract.decorators.js';
import { RateLimits } from '../http/rate-limits.js';
import { Allow } from './allow.decorator.js';
import { CallerIs } from './caller.decorator.js';
import type { AgentPrincipal } from './principal.js';
import { TwoFactorService } from './two-factor.service.js';

@Controller('v1/auth/two-factor')
@Allow('agent')
export class TwoFactorController {
  constructor(
    private readonly twoFactor: TwoFactorService,
    private readonly passwords: PasswordsService,
    private readonly limits: RateLimits,
  ) {}

  @Post()
  @HttpCode(200)
  async beginTwoFactor(
    @CallerIs() agent: AgentPrincipal,
    @BodyOf('beginTwoFactor') { password }: ParsedBody<'beginTwoFactor'>,
  ): Promise<TwoFactorSetup> {
    await this.passwords.prove(agent, password);
    return this.twoFactor.begin(agent);
  }

  @Post('confirm')
  @HttpCode(200)
  async confirmTwoFactor(
    @CallerIs() agent: AgentPrincipal,
    @BodyOf('confirmTwoFactor') { code }: ParsedBody<'confirmTwoFactor'>,
  ): Promise<ReplyBody<'confirmTwoFactor'>> {
    await this.limits.consume('account', agent.id);
    return this.twoFactor.confirm(agent, code);
  }

  @Post('end')
  @HttpCode(204)
  async endTwoFactor(
    @CallerIs() agent: AgentPrincipal,
    @BodyOf('endTwoFactor') { password }: ParsedBody<'endTwoFactor'>,
  ): Promise<void> {
    await this.passwords.prove(agent, password, 'password');
    return this.twoFactor.end(agent);
  }
}
