import { Module } from '@nestjs/common';
import { ReferenceController } from './reference.controller.js';

/** `/openapi.json`, `/asyncapi.json` and the readable page at `/docs`. */
@Module({ controllers: [ReferenceController] })
export class ReferenceModule {}
