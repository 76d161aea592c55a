import { Module } from '@nestjs/common';

import { PublicPictureController, PublicShowcaseController, ShowcaseController } from './showcase.controller.js';
import { ShowcaseService } from './showcase.service.js';

/** The showcase of a round: pictures and figures of its projects. */
@Module({
  controllers: [ShowcaseController, PublicShowcaseController, PublicPictureController],
  providers: [ShowcaseService],
})
export class ShowcaseModule {}
