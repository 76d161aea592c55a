import { Module } from '@nestjs/common';

import { SettingsController } from './settings.controller.js';
import { SettingRegister } from './settings.service.js';

/** The register of defaults (默认参数). */
@Module({ controllers: [SettingsController], providers: [SettingRegister] })
export class SettingsModule {}
