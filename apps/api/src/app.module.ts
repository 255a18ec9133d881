import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { PasswordsController } from './account/passwords.controller.js';
import { PasswordsService } from './account/passwords.service.js';
import { ProfileController } from './account/profile.controller.js';
import { ProfileService } from './account/profile.service.js';
import { AgentsController } from './agents/agents.controller.js';
import { AgentsService } from './agents/agents.service.js';
import { FirstAdmin } from './agents/first-admin.js';
import { AttachmentLinks } from './attachments/attachment-links.js';
import { AttachmentSweeper } from './attachments/attachment-sweeper.js';
import { AttachmentsController } from './attachments/attachments.controller.js';
import { AttachmentsService } from './attachments/attachments.service.js';
import { Pictures } from './attachments/picture.js';
import { AttachmentStore } from './attachments/store/attachment-store.js';
import { UploadDirectory } from './attachments/upload-directory.js';
import { AuditController } from './audit/audit.controller.js';
import { AuditService } from './audit/audit.service.js';
import { AuthController } from './auth/auth.controller.js';
import { AuthGuard } from './auth/auth.guard.js';
import { CredentialsService } from './auth/credentials.service.js';
import { SessionsController } from './auth/sessions.controller.js';
import { SessionsService } from './auth/sessions.service.js';
import { TwoFactorController } from './auth/two-factor.controller.js';
import { TwoFactorService } from './auth/two-factor.service.js';
import { CannedRepliesController } from './canned-replies/canned-replies.controller.js';
import { CannedRepliesService } from './canned-replies/canned-replies.service.js';
import { Config } from './config/config.js';
import { ConversationCountsController } from './conversations/conversation-counts.controller.js';
import { ConversationsController } from './conversations/conversations.controller.js';
import { ConversationsService } from './conversations/conversations.service.js';
import { RoomsService } from './conversations/rooms.service.js';
import { SnoozeAlarm } from './conversations/snooze-alarm.js';
import { Turns } from './conversations/turns.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RateLimits } from './http/rate-limits.js';
import { ContractPipe } from './http/validation.js';
import { IdentityKeysController } from './identity/identity-keys.controller.js';
import { IdentityKeysService } from './identity/identity-keys.service.js';
import { SecretBox } from './identity/secret-box.js';
import { SignInService } from './identity/sign-in.service.js';
import { InvitationsController } from './invitations/invitations.controller.js';
import { InvitationsService } from './invitations/invitations.service.js';
import { Mailer, NoMailer } from './mail/mailer.js';
import { SmtpMailer } from './mail/smtp-mailer.js';
import { MessageQueue } from './messages/message-queue.js';
import { MessagesController } from './messages/messages.controller.js';
import { MessagesService } from './messages/messages.service.js';
import { LogRetention } from './operations/log-retention.js';
import { OperationsController } from './operations/operations.controller.js';
import { Vacuum } from './operations/vacuum.js';
import { Attendance } from './realtime/attendance.js';
import { Bus } from './realtime/bus/bus.js';
import { Connections } from './realtime/connections.js';
import { Feeds } from './realtime/feeds.js';
import { Log } from './realtime/log.js';
import { OnlineAgents } from './realtime/online-agents.js';
import { OnlineVisitors } from './realtime/online-visitors.js';
import { OutgoingJson } from './realtime/outgoing-json.js';
import { PollController } from './realtime/poll.controller.js';
import { Replay } from './realtime/replay.js';
import { Revocations } from './realtime/revocations.js';
import { RoomPresence } from './realtime/room-presence.js';
import { StreamController } from './realtime/stream.controller.js';
import { Subscriptions } from './realtime/subscription.js';
import { LogTail } from './realtime/tail.js';
import { ReceiptQueue } from './receipts/receipt-queue.js';
import { ReceiptsController } from './receipts/receipts.controller.js';
import { ReferenceModule } from './reference/reference.module.js';
import { BansService } from './rooms/bans.service.js';
import { MembersService } from './rooms/members.service.js';
import { RoomsController } from './rooms/rooms.controller.js';
import { SearchController } from './search/search.controller.js';
import { SearchService } from './search/search.service.js';
import { DemoSite } from './sites/demo-site.js';
import { SiteClosing } from './sites/site-closing.js';
import { SitesController } from './sites/sites.controller.js';
import { SitesService } from './sites/sites.service.js';
import { TagsController } from './tags/tags.controller.js';
import { TagsService } from './tags/tags.service.js';
import { TeamsController } from './teams/teams.controller.js';
import { TeamsService } from './teams/teams.service.js';
import { ApiTokensController } from './tokens/api-tokens.controller.js';
import { ApiTokensService } from './tokens/api-tokens.service.js';
import { TypingController } from './typing/typing.controller.js';
import { ViewingController } from './typing/viewing.controller.js';
import { BlocksController } from './visitors/blocks.controller.js';
import { BlocksService } from './visitors/blocks.service.js';
import { ErasureService } from './visitors/erasure.service.js';
import { VisitorsController } from './visitors/visitors.controller.js';
import { VisitorsService } from './visitors/visitors.service.js';

@Module({})
class AppModule {}

export interface AppParts {
  config: Config;
  dataSource: DataSource;
  bus: Bus;
  files: AttachmentStore;
  uploads: UploadDirectory;
  /** Keys the pseudonyms of the log, the links of files, and what is sealed in the database. */
  secretKey: string;
}

/** The whole server. One module: everything in it needs the log, and nothing in it is used without the rest. */
export function appModule({ config, dataSource, bus, files, uploads, secretKey }: AppParts): DynamicModule {
  return {
    module: AppModule,
    imports: [ReferenceModule],
    controllers: [
      OperationsController,
      SitesController,
      IdentityKeysController,
      VisitorsController,
      AuthController,
      SessionsController,
      TwoFactorController,
      ProfileController,
      PasswordsController,
      InvitationsController,
      AgentsController,
      TeamsController,
      AuditController,
      ApiTokensController,
      CannedRepliesController,
      TagsController,
      BlocksController,
      SearchController,
      MessagesController,
      AttachmentsController,
      ReceiptsController,
      TypingController,
      ViewingController,
      ConversationsController,
      ConversationCountsController,
      RoomsController,
      StreamController,
      PollController,
    ],
    providers: [
      { provide: Config, useValue: config },
      { provide: DataSource, useValue: dataSource },
      { provide: Bus, useValue: bus },
      { provide: SecretBox, useValue: new SecretBox(secretKey) },
      { provide: Mailer, useValue: config.smtp ? new SmtpMailer(config.smtp) : new NoMailer() },
      { provide: AttachmentStore, useValue: files },
      { provide: UploadDirectory, useValue: uploads },
      { provide: AttachmentLinks, useValue: new AttachmentLinks(secretKey) },
      { provide: OutgoingJson, useExisting: AttachmentLinks },
      { provide: APP_GUARD, useClass: AuthGuard },
      { provide: APP_PIPE, useClass: ContractPipe },
      { provide: APP_FILTER, useClass: ProblemFilter },
      RateLimits,
      CredentialsService,
      SessionsService,
      SitesService,
      SiteClosing,
      DemoSite,
      AgentsService,
      TeamsService,
      TwoFactorService,
      ProfileService,
      PasswordsService,
      InvitationsService,
      AuditService,
      ApiTokensService,
      CannedRepliesService,
      TagsService,
      BlocksService,
      SearchService,
      FirstAdmin,
      VisitorsService,
      ErasureService,
      IdentityKeysService,
      SignInService,
      ConversationsService,
      SnoozeAlarm,
      Turns,
      RoomsService,
      MembersService,
      BansService,
      MessagesService,
      MessageQueue,
      ReceiptQueue,
      AttachmentsService,
      AttachmentSweeper,
      Pictures,
      Log,
      LogTail,
      LogRetention,
      Vacuum,
      Feeds,
      Subscriptions,
      Replay,
      Connections,
      Revocations,
      OnlineAgents,
      OnlineVisitors,
      Attendance,
      RoomPresence,
    ],
  };
}
