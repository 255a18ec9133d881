import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../config/config.js';
import { ProblemError } from '../http/problem.js';
import { AgentsService } from './agents.service.js';

const GENERATED_EMAIL = 'admin@porchlight.local';

/** Makes the first admin when there is no agent yet: the one the environment names, or a generated one, told once. */
@Injectable()
export class FirstAdmin implements OnApplicationBootstrap {
  constructor(
    private readonly agents: AgentsService,
    private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!(await this.agents.isEmpty())) return;
    const email = this.config.firstAdmin.email ?? GENERATED_EMAIL;
    const password = this.config.firstAdmin.password ?? randomBytes(12).toString('base64url');
    try {
      await this.agents.create(undefined, { email, password, name: 'Admin', role: 'admin' });
    } catch (error) {
      // Another process on the same database was first, and has told.
      if (error instanceof ProblemError && error.code === 'conflict') return;
      throw error;
    }
    this.tell(email, this.config.firstAdmin.password === undefined ? password : undefined);
  }

  /** Never through the log, which is kept. */
  private tell(email: string, password: string | undefined): void {
    const descriptor = this.config.firstAdminDescriptor;
    if (descriptor !== undefined) writeSync(descriptor, `${JSON.stringify({ email, password })}\n`);
    else if (password !== undefined)
      writeSync(2, `First sign-in, shown only now: ${email} with password ${password}\n`);
  }
}
