import { Module } from '@nestjs/common';

import { CasesModule } from '../cases/cases.module.js';
import { ListsController } from './lists.controller.js';
import { ListsService } from './lists.service.js';

/** The lists that people wait for: 待办, 超期, 已办, 我发起的, 抄送, 关注. */
@Module({
  imports: [CasesModule],
  controllers: [ListsController],
  providers: [ListsService],
  exports: [ListsService],
})
export class ListsModule {}
