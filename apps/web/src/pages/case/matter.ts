import type { FormInstance } from 'antd';
import type { ComponentType, LazyExoticComponent } from 'react';

import type { ActKind } from '#domain/process/acts.js';
import type { Action, CaseView } from '../../api/case.js';
import type { Texts } from '../../text/language.js';

/** What the acts of a matter are told in. */
export interface ActWords {
  /** What an act brings about, told before it is pressed. */
  readonly effects: Texts;
  /** 常用语: what is often written with an act. */
  readonly phrases: Readonly<Record<string, readonly string[]>>;
  /** Names of facts as they are asked for. */
  readonly facts: Texts;
  /** Values that facts are chosen from. */
  readonly values: Texts;
}

/** What is filled in for an act: `facts` and, where the act brings one, `form`. */
export interface ActFields {
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly form?: Readonly<Record<string, unknown>>;
  readonly opinion?: string;
  readonly items?: readonly string[];
  readonly words?: Readonly<Record<string, string>>;
}

export interface ActFieldsProps {
  readonly view: CaseView;
  readonly action: Action;
  readonly form: FormInstance<ActFields>;
}

export interface CaseProps {
  readonly view: CaseView;
}

type Lazy<Props> = LazyExoticComponent<ComponentType<Props>>;

/** Where the state table alone does not tell what usually happens. */
export interface UsualWay {
  /** States behind which only what went wrong goes on. */
  readonly ends: readonly string[];
  /** States that a case does not come back to when nothing goes wrong. */
  readonly onlyOnce: readonly string[];
}

/** What a matter brings to the page of a case. Whatever it leaves out is drawn from what the interface sends. */
export interface MatterPages {
  /** Its acts beside the common ones: when they need reasons. */
  readonly acts: readonly ActKind[];
  /** In the order in which they are looked up; the common ones come last. */
  readonly words: readonly ActWords[];
  /** The form as it is read. */
  readonly form?: Lazy<CaseProps>;
  /** More about the case, between its process and its actions. */
  readonly panel?: Lazy<CaseProps>;
  /** By kind of act: form items under `['facts', …]` or `['form', …]` in place of the drawn ones. */
  readonly fields?: Readonly<Record<string, Lazy<ActFieldsProps>>>;
  readonly usual?: UsualWay;
  /** By kind of act: the address of the page on which it is done instead of a dialog. */
  readonly elsewhere?: Readonly<Record<string, (view: CaseView) => string>>;
  /** Kinds of tasks of which several may be open, any of them as good as the next: their acts show once. */
  readonly alike?: readonly string[];
  /** By kind of act that names everything to put right at once: the things, with their names. */
  readonly items?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}
