import './api/no-run-time-code.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { Root } from './app/root.js';
import './styles.css';
import './app/app.css';
import './app/touch.css';

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no #root');
createRoot(place).render(
  <StrictMode>
    <Root />
  </StrictMode>,
);
