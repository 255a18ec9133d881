import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { ChatWidgetElement } from '../chat-widget.js';
import type { ChatEventMap } from '../events.js';
import type { ChatWidgetAttributes } from './attributes.js';

type Camel<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<Camel<Rest>>}`
  : Name;

/** `@chat-message` in a template is this property. */
type Handlers = {
  [Type in keyof ChatEventMap as `on${Capitalize<Camel<Type>>}`]?: (event: ChatEventMap[Type]) => void;
};

type Emits = { [Type in keyof ChatEventMap]: (event: ChatEventMap[Type]) => void };

/** What Vue's templates know of an element: the props that may be bound, the events that may be listened to. */
type ChatWidgetComponent = new () => ChatWidgetElement & {
  /** @deprecated For the types of templates only: the element has no such property. */
  $props: HTMLAttributes & PublicProps & ChatWidgetAttributes & Handlers;
  /** @deprecated For the types of templates only: the element has no such method. */
  $emit: EmitFn<Emits>;
};

declare module 'vue' {
  interface GlobalComponents {
    'chat-widget': ChatWidgetComponent;
  }
}
