import { Module } from '@nestjs/common';

import { UnitSetupController } from './units.controller.js';
import { UnitSetupService } from './units.service.js';

/** What administrators do to the tree of units. */
@Module({ controllers: [UnitSetupController], providers: [UnitSetupService] })
export class UnitsModule {}
