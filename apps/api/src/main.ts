import 'reflect-metadata';

import { configFromEnv } from './config.js';
import { createApp } from './create-app.js';

const config = configFromEnv(process.env);
const app = await createApp(config);
await app.listen(config.port, config.host);
// `start` launches this process and waits for the word; when `start` is gone, so is the reason to serve.
process.send?.('ready');
process.on('disconnect', () => void app.close().then(() => process.exit(0)));
