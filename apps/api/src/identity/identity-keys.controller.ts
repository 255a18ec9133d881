import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import type { ParsedBody, ReplyBody } from '@porchlight/protocol';
import { Allow } from '../auth/allow.decorator.js';
import { CallerIs } from '../auth/caller.decorator.js';
import type { Principal } from '../auth/principal.js';
import { BodyOf, ParamsOf } from '../http/contract.decorators.js';
import { IdentityKeysService } from './identity-keys.service.js';

@Controller('v1/sites/:site/identity-keys')
@Allow('admin')
export class IdentityKeysController {
  constructor(private readonly keys: IdentityKeysService) {}

  @Get()
  async listIdentityKeys(
    @ParamsOf('listIdentityKeys') { site }: { site: string },
  ): Promise<ReplyBody<'listIdentityKeys'>> {
    return { items: await this.keys.list(site) };
  }

  @Post()
  createIdentityKey(
    @CallerIs() admin: Principal,
    @ParamsOf('createIdentityKey') { site }: { site: string },
    @BodyOf('createIdentityKey') body: ParsedBody<'createIdentityKey'>,
  ): Promise<ReplyBody<'createIdentityKey'>> {
    return this.keys.create(admin, site, body);
  }

  @Delete(':key')
  @HttpCode(204)
  deleteIdentityKey(
    @CallerIs() admin: Principal,
    @ParamsOf('deleteIdentityKey') { site, key }: { site: string; key: string },
  ): Promise<void> {
    return this.keys.delete(admin, site, key);
  }
}
