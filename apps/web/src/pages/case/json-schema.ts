/** What the form needs to know of a fact: read from the JSON Schema that the interface sends with an action. */
export interface Fact {
  readonly name: string;
  readonly required: boolean;
  readonly kind: 'CHOICE' | 'DATE' | 'NUMBER' | 'YES_NO' | 'ASSIGNEE' | 'ASSIGNEES' | 'FILE' | 'TEXT' | 'OTHER';
  readonly choices: readonly string[];
  readonly min: number | undefined;
  readonly max: number | undefined;
}

/** The facts of an act in the order in which they are declared. */
export function factsOf(schema: unknown): Fact[] {
  const properties = at(schema, 'properties');
  const required = at(schema, 'required');
  if (!isRecord(properties)) return [];
  return Object.entries(properties).map(([name, property]) => ({
    name,
    required: Array.isArray(required) && required.includes(name),
    // The id of a file is never typed: the file is sent.
    kind: name.endsWith('UploadId') ? 'FILE' : kindOf(property),
    choices: textsIn(at(property, 'enum')),
    min: numberIn(at(property, 'minimum')),
    max: numberIn(at(property, 'maximum')),
  }));
}

function kindOf(property: unknown): Fact['kind'] {
  if (Array.isArray(at(property, 'enum'))) return 'CHOICE';
  if (isAssignee(property)) return 'ASSIGNEE';
  const type = at(property, 'type');
  if (type === 'array') return isAssignee(at(property, 'items')) ? 'ASSIGNEES' : 'OTHER';
  if (type === 'integer' || type === 'number') return 'NUMBER';
  if (type === 'boolean') return 'YES_NO';
  if (type !== 'string') return 'OTHER';
  return at(property, 'format') === 'date' ? 'DATE' : 'TEXT';
}

/** A user, or a role at a unit (`assigneeSchema`). */
function isAssignee(property: unknown): boolean {
  const forms = at(property, 'anyOf');
  return Array.isArray(forms) && forms.some((form) => at(at(form, 'properties'), 'userId') !== undefined);
}

function at(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
const numberIn = (value: unknown): number | undefined =>
  typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : undefined;
