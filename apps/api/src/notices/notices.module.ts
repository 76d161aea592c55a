import { Module } from '@nestjs/common';

import { CasesModule } from '../cases/cases.module.js';
import { NoticesController } from './notices.controller.js';

/** The inbox of a user and of the pools that the user belongs to. */
@Module({ imports: [CasesModule], controllers: [NoticesController] })
export class NoticesModule {}
