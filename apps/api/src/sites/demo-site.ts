import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../config/config.js';
import { ProblemError } from '../http/problem.js';
import { SitesService } from './sites.service.js';

const LOCAL_ORIGINS = ['localhost', '127.0.0.1', '[::1]'].flatMap((host) => [`http://${host}:*`, `https://${host}:*`]);

/** Makes the site `demo` when DEMO_SITE asks for it: any localhost origin, one room. */
@Injectable()
export class DemoSite implements OnApplicationBootstrap {
  constructor(
    private readonly sites: SitesService,
    private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.demoSite) return;
    try {
      await this.sites.create(undefined, {
        key: 'demo',
        name: 'Third Shelf',
        origins: LOCAL_ORIGINS,
        heading: 'Third Shelf',
        greeting: 'Ask about a pot, a glaze or a delivery, or just say hello.',
        replyTime: 'We usually answer within an hour',
        rooms: [{ key: 'lobby', name: 'The long table' }],
      });
    } catch (error) {
      if (!(error instanceof ProblemError && error.code === 'conflict')) throw error;
    }
  }
}
