import { Module } from '@nestjs/common';

import { PublicRoundsController, RoundsController } from './rounds.controller.js';
import { RoundsService } from './rounds.service.js';

/** Venture rounds and their projects as people look at them. */
@Module({ controllers: [RoundsController, PublicRoundsController], providers: [RoundsService] })
export class VentureRoundsModule {}
