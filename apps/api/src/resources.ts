import { Inject } from '@nestjs/common';

/** Tokens of what has no class of its own. */
export const DATABASE = Symbol('Database');
export const CONFIG = Symbol('ApiConfig');
export const CLOCK = Symbol('Clock');

/** Epoch milliseconds of now; tests hand in their own. */
export type Clock = () => number;

/** `constructor(@UseDatabase() private readonly database: Database)` */
export const UseDatabase = () => Inject(DATABASE);
/** `constructor(@UseConfig() private readonly config: ApiConfig)` */
export const UseConfig = () => Inject(CONFIG);
/** `constructor(@UseClock() private readonly clock: Clock)` */
export const UseClock = () => Inject(CLOCK);
