import { createHash } from 'node:crypto';
import { Controller, Delete, Get, HttpCode, Patch, Post, Req, Res } from '@nestjs/common';
import type { ParsedBody, ParsedQuery, ReplyBody } from '@porchlight/protocol';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../auth/allow.decorator.js';
import { CallerIs } from '../auth/caller.decorator.js';
import type { Principal } from '../auth/principal.js';
import { Config } from '../config/config.js';
import { BodyOf, ParamsOf, QueryOf } from '../http/contract.decorators.js';
import { WIDGET_ENTRY } from '../http/static-files.js';
import { readWidgetEntry } from '../http/widget-entry.js';
import { OnlineAgents } from '../realtime/online-agents.js';
import { toSiteSettings } from './site.mapper.js';
import { SiteClosing } from './site-closing.js';
import { SitesService } from './sites.service.js';
import { toSnippet } from './snippet.js';

@Controller('v1/sites')
export class SitesController {
  constructor(
    private readonly sites: SitesService,
    private readonly online: OnlineAgents,
    private readonly config: Config,
    private readonly closing: SiteClosing,
  ) {}

  @Get(':site')
  @Allow('anyone')
  async getSite(
    @ParamsOf('getSite') { site }: { site: string },
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { attachmentMaxBytes } = this.config;
    const body = JSON.stringify(toSiteSettings(await this.sites.get(site), this.online.count, attachmentMaxBytes));
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    reply.header('ETag', etag).header('Cache-Control', 'no-cache');
    if (request.headers['if-none-match']?.includes(etag)) await reply.status(304).send();
    else await reply.header('Content-Type', 'application/json; charset=utf-8').send(body);
  }

  @Get(':site/snippet')
  @Allow('anyone')
  async getSnippet(
    @ParamsOf('getSnippet') { site }: { site: string },
    @Req() request: FastifyRequest,
  ): Promise<ReplyBody<'getSnippet'>> {
    const { key } = await this.sites.get(site);
    const origin = this.config.publicOrigin ?? `${request.protocol}://${request.host}`;
    return toSnippet(origin, key, await readWidgetEntry(WIDGET_ENTRY));
  }

  @Get()
  @Allow('agent')
  listSites(@QueryOf('listSites') query: ParsedQuery<'listSites'>): Promise<ReplyBody<'listSites'>> {
    return this.sites.list(query);
  }

  @Post()
  @Allow('admin')
  createSite(
    @CallerIs() admin: Principal,
    @BodyOf('createSite') body: ParsedBody<'createSite'>,
  ): Promise<ReplyBody<'createSite'>> {
    return this.sites.create(admin, body);
  }

  @Patch(':site')
  @Allow('admin')
  updateSite(
    @CallerIs() admin: Principal,
    @ParamsOf('updateSite') { site }: { site: string },
    @BodyOf('updateSite') body: ParsedBody<'updateSite'>,
  ): Promise<ReplyBody<'updateSite'>> {
    return this.sites.update(admin, site, body);
  }

  @Delete(':site')
  @HttpCode(204)
  @Allow('admin')
  deleteSite(@CallerIs() admin: Principal, @ParamsOf('deleteSite') { site }: { site: string }): Promise<void> {
    return this.closing.close(admin, site);
  }
}
