import { Module } from '@nestjs/common';

import { NoticesController } from './notices.controller.js';

/** The inbox of a user and of the pools that the user belongs to. */
@Module({ controllers: [NoticesController] })
export class NoticesModule {}
