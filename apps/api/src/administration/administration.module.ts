import { Module } from '@nestjs/common';

import { UsersController } from './users.controller.js';
import { UsersService } from './users.service.js';

/** What administrators do to users and roles. */
@Module({ controllers: [UsersController], providers: [UsersService] })
export class AdministrationModule {}
