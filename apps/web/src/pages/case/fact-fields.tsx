import { Checkbox, Form, Input, InputNumber, Radio } from 'antd';

import type { Action } from '../../api/case.js';
import { useTexts } from '../../text/language.js';
import { EvidenceField } from '../projects/evidence-field.js';
import { AssigneeField } from './assignee-field.js';
import { factsOf } from './json-schema.js';
import type { Fact } from './json-schema.js';
import type { ActWords } from './matter.js';
import { factKey } from './matters.js';

const TEXTS = { wanted: ['请填写“{name}”', 'Please fill in "{name}"'] } as const;

/** The facts of an act, drawn from the schema that the interface sends; `return` goes to one of the stages that it names. */
export function FactFields({ action, words }: { readonly action: Action; readonly words: ActWords }) {
  const facts = factsOf(action.facts).map((fact) =>
    action.returnTo !== null && fact.name === 'to'
      ? { ...fact, kind: 'CHOICE' as const, choices: action.returnTo }
      : fact,
  );
  return (
    <>
      {facts.map((fact) => (
        <FactField key={fact.name} fact={fact} words={words} />
      ))}
    </>
  );
}

interface FieldProps {
  readonly fact: Fact;
  readonly words: ActWords;
}

function FactField({ fact, words }: FieldProps) {
  const t = useTexts(TEXTS);
  const name = useTexts(words.facts)(factKey(words.facts, fact.name));
  if (fact.kind === 'OTHER') return null;
  return (
    <Form.Item
      name={['facts', fact.name]}
      label={fact.kind === 'YES_NO' ? undefined : name}
      {...(fact.kind === 'YES_NO' ? { valuePropName: 'checked' } : {})}
      rules={[{ required: fact.required, message: t('wanted', { name }) }]}
    >
      <FactInput fact={fact} name={name} words={words} />
    </Form.Item>
  );
}

function FactInput({ fact, name, words, ...given }: FieldProps & { readonly name: string }) {
  const valueText = useTexts(words.values);
  switch (fact.kind) {
    case 'CHOICE':
      return (
        <Radio.Group {...given} className="choices">
          {fact.choices.map((choice) => (
            <Radio key={choice} value={choice}>
              {Object.hasOwn(words.values, choice) ? valueText(choice) : choice}
            </Radio>
          ))}
        </Radio.Group>
      );
    case 'DATE':
      return <Input type="date" {...given} className="date" />;
    case 'NUMBER':
      return (
        <InputNumber
          {...given}
          {...(fact.min === undefined ? {} : { min: fact.min })}
          {...(fact.max === undefined ? {} : { max: fact.max })}
        />
      );
    case 'YES_NO':
      return <Checkbox {...given}>{name}</Checkbox>;
    case 'ASSIGNEE':
      return <AssigneeField {...given} />;
    case 'ASSIGNEES':
      return <AssigneeField {...given} several />;
    case 'FILE':
      return <EvidenceField {...given} label={name} />;
    default:
      return <Input {...given} />;
  }
}
