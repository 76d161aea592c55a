import { useTexts } from '../../../text/language.js';
import { LinesField } from '../../returns/lines-field.js';

const TEXTS = { wanted: ['整改事项(逐项写明要求)', 'What is to be put right, item by item'] } as const;
const ITEMS_MAX = 100;

/** What is to be put right, item by item. */
export function WantedFields() {
  const t = useTexts(TEXTS);
  return <LinesField name={['form', 'items']} inner="wanted" label={t('wanted')} max={ITEMS_MAX} />;
}
