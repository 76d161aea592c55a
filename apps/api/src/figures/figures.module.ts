import { Module } from '@nestjs/common';

import { FiguresController } from './figures.controller.js';
import { FiguresService } from './figures.service.js';

/** Figures (统计) of the matters. */
@Module({ controllers: [FiguresController], providers: [FiguresService] })
export class FiguresModule {}
