import { Module } from '@nestjs/common';

import { DeputationsModule } from '../deputations/deputations.module.js';
import { UploadsController } from './uploads.controller.js';
import { UploadsService } from './uploads.service.js';

/** Files that people send. */
@Module({ imports: [DeputationsModule], controllers: [UploadsController], providers: [UploadsService] })
export class UploadsModule {}
