import { Module } from '@nestjs/common';

import { PapersController } from './papers.controller.js';
import { TemplatesController } from './templates.controller.js';
import { TemplatesService } from './templates.service.js';

/** Papers that anybody can check, and the templates that they are made from. */
@Module({ controllers: [PapersController, TemplatesController], providers: [TemplatesService] })
export class PapersModule {}
