import { Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import type { ParsedBody, ParsedQuery, ReplyBody, Team } from '@porchlight/protocol';
import { Allow } from '../auth/allow.decorator.js';
import { CallerIs } from '../auth/caller.decorator.js';
import type { Principal } from '../auth/principal.js';
import { BodyOf, ParamsOf, QueryOf } from '../http/contract.decorators.js';
import { TeamsService } from './teams.service.js';

@Controller('v1/teams')
export class TeamsController {
  constructor(private readonly teams: TeamsService) {}

  @Get()
  @Allow('agent')
  listTeams(@QueryOf('listTeams') query: ParsedQuery<'listTeams'>): Promise<ReplyBody<'listTeams'>> {
    return this.teams.list(query);
  }

  @Post()
  @Allow('admin')
  createTeam(@CallerIs() admin: Principal, @BodyOf('createTeam') body: ParsedBody<'createTeam'>): Promise<Team> {
    return this.teams.create(admin, body);
  }

  @Patch(':team')
  @Allow('admin')
  updateTeam(
    @CallerIs() admin: Principal,
    @ParamsOf('updateTeam') { team }: { team: string },
    @BodyOf('updateTeam') body: ParsedBody<'updateTeam'>,
  ): Promise<Team> {
    return this.teams.update(admin, team, body);
  }

  @Delete(':team')
  @HttpCode(204)
  @Allow('admin')
  deleteTeam(@CallerIs() admin: Principal, @ParamsOf('deleteTeam') { team }: { team: string }): Promise<void> {
    return this.teams.delete(admin, team);
  }
}
