/** What tools need to know of `<chat-widget>`, read from the doc tags of its class. */
export default {
  globs: ['src/chat-widget.ts', 'src/define.ts'],
  outdir: 'dist',
  plugins: [publicSurface(), reflectedAttributes(), publishedPaths()],
};

/** What is private, and the life of a custom element, is nobody else's business. */
function publicSurface() {
  return {
    name: 'public-surface',
    moduleLinkPhase({ moduleDoc }) {
      for (const declaration of moduleDoc.declarations) {
        declaration.members = declaration.members?.filter(isPublic);
        // The analyzer sees where any of them is dispatched.
        declaration.events = declaration.events?.filter(({ name }) => name.startsWith('chat-'));
        // `Base` stands for it where there is no DOM.
        if (declaration.customElement) declaration.superclass = { name: 'HTMLElement' };
      }
      moduleDoc.declarations = moduleDoc.declarations.filter(({ kind }) => kind === 'class');
    },
  };
}

function isPublic({ name, privacy, static: isStatic }) {
  return privacy !== 'private' && !isStatic && !name.endsWith('Callback') && name !== 'adoptedStyleSheets';
}

/** The accessors of the attributes are made in a loop, which the analyzer does not follow. */
function reflectedAttributes() {
  return {
    name: 'reflected-attributes',
    moduleLinkPhase({ moduleDoc }) {
      for (const { attributes = [], members } of moduleDoc.declarations) {
        for (const attribute of attributes) {
          const fieldName = attribute.name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
          const field = members.find(({ name }) => name === fieldName);
          if (!field) throw new Error(`${attribute.name} is an attribute without a property`);
          attribute.fieldName = fieldName;
          field.reflects = true;
          field.attribute = attribute.name;
          field.description ??= attribute.description;
          if (attribute.default) field.default ??= attribute.default;
        }
      }
    },
  };
}

/** The manifest speaks of the files that npm delivers. */
function publishedPaths() {
  return {
    name: 'published-paths',
    packageLinkPhase({ customElementsManifest }) {
      const published = JSON.stringify(customElementsManifest).replace(
        /"\/?src\/([\w-]+)\.[jt]s"/g,
        '"dist/npm/$1.js"',
      );
      Object.assign(customElementsManifest, JSON.parse(published));
    },
  };
}
