// What runs in the page: watches for scripts that were not ours, and provokes them.

/** Run in every frame before anything else: what payloads call is noted, not shown. */
export function watchScripts() {
  const note = (name) => (...said) => {
    globalThis.payloadFired = [...(globalThis.payloadFired ?? []), `${name}(${said.join()})`];
    return null;
  };
  for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
    try {
      Object.defineProperty(globalThis, name, { value: note(name), writable: false });
    } catch {
      // Some frames do not let it be replaced: then the dialog itself is noted.
    }
  }
}

/** The elements of the page and the names of their attributes, without any text. */
export function skeleton() {
  const of = (node) => {
    const names = Array.from(node.attributes, (attribute) => attribute.name).sort();
    // A bar has a part for each count that is not nought, and what is counted depends on the words. It shows numbers only.
    if (node.matches("figure.bar")) return `<figure ${names}></>`;
    return `<${node.nodeName.toLowerCase()} ${names}>${Array.from(node.children, of).join("")}</>`;
  };
  return of(document.documentElement);
}

/** The skeleton of a document that is no page. */
export function skeletonOfXml(xml) {
  const parsed = new DOMParser().parseFromString(xml, "application/xml");
  const of = (node) => `<${node.namespaceURI} ${node.nodeName} ${Array.from(node.attributes, ({ name }) => name).sort()}>${Array.from(node.children, of).join("")}</>`;
  return of(parsed.documentElement);
}

/** Hovers over, focuses and clicks everything, and opens whatever opens. */
export async function provoke() {
  const harmless = (event) => {
    const link = event.target.closest?.("a, area");
    const address = link?.getAttribute("href") ?? link?.getAttribute("xlink:href");
    // A link that leads away is not followed; one that runs something is.
    if (address && !/^[\s\u0000-\u001f]*(java|vb)script:|^[\s\u0000-\u001f]*data:/i.test(address)) event.preventDefault();
  };
  addEventListener("click", harmless, true);
  for (const details of document.querySelectorAll("details")) details.open = true;
  for (const popover of document.querySelectorAll("[popover]")) {
    popover.showPopover();
    popover.hidePopover();
  }
  const mouse = ["pointerover", "pointerenter", "mouseover", "mouseenter", "mousemove", "mousedown", "mouseup", "contextmenu",
    "dblclick", "auxclick", "wheel", "mouseout", "mouseleave", "dragstart", "drag", "dragenter", "dragover", "drop", "dragend"];
  const others = ["keydown", "keypress", "keyup", "beforeinput", "input", "change", "select", "copy", "cut", "paste",
    "beforecopy", "beforecut", "beforepaste", "focusin", "focusout", "blur", "toggle", "scroll", "animationstart",
    "animationend", "transitionend", "touchstart", "touchend", "load", "error", "play", "pause", "begin", "finish"];
  for (const element of Array.from(document.querySelectorAll("*"))) {
    // What has no attributes has nothing that listens: only an attribute, or a script that has run already, could.
    if (element.hasAttributes()) {
      for (const name of mouse) element.dispatchEvent(new MouseEvent(name, { bubbles: false, cancelable: true }));
      for (const name of others) element.dispatchEvent(new Event(name, { bubbles: false, cancelable: true }));
    }
    element.focus?.();
    element.click?.();
  }
  for (const field of document.querySelectorAll("input[type=search]")) {
    field.value = "alert script placeholder";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.form?.requestSubmit?.();
  }
  await new Promise((go) => setTimeout(go, 20));
  return globalThis.payloadFired ?? [];
}
