// @getodk/xforms-engine on the forms that bench_forms left in the folder given. It expects a browser: jsdom gives it
// a document, and its parser of expressions must not take Node for one of its own environments. Reading the XML is
// jsdom's work and is told apart.
import { JSDOM } from 'jsdom';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const { window } = new JSDOM('<html><body></body></html>');
for (const name of Object.getOwnPropertyNames(window))
    if (/^[A-Z]/.test(name) && !(name in globalThis)) globalThis[name] = window[name];
for (const name of ['Event', 'EventTarget', 'File', 'Blob', 'FormData', 'DOMParser']) globalThis[name] = window[name];
Object.assign(globalThis, { document: window.document, window: globalThis, self: globalThis });
const node = globalThis.process;
Object.defineProperty(globalThis, 'process', { value: undefined, configurable: true, writable: true });
const { loadForm } = await import('@getodk/xforms-engine');
globalThis.process = node;

const folder = node.argv[2];
const read = (name) => readFileSync(join(folder, name), 'utf8');

const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
const timed = async (rounds, work) => {
    const times = [];
    for (let round = 0; round < rounds; ++round) {
        const start = performance.now();
        await work(round);
        times.push(performance.now() - start);
    }
    return median(times);
};
const tell = (name, milliseconds) => console.log(`xforms-engine ${name}`.padEnd(40), `${milliseconds.toFixed(3)} ms`);

const open = async (xml) => {
    const form = await loadForm(xml);
    if (form.status !== 'success') throw form.error;
    return form.createInstance().root;
};
const named = (parent, name) => parent.currentState.children.find((child) => child.currentState.reference.endsWith(`/${name}`));

const thousand = read('thousand.xml');
await open(thousand);
tell('XML du formulaire de 1 000 (jsdom)', await timed(5, () => new DOMParser().parseFromString(thousand, 'text/xml')));
tell('loadThousand', await timed(5, () => open(thousand)));

const root = await open(thousand);
const group = named(root, 'g4');
const first = named(group, 'g4q0');
const last = named(group, 'g4q99');
tell('answerOfThousand', await timed(200, (round) => {
    first.setValue(BigInt(890 + (round % 20)));
    return last.currentState.value;
}));

const rows = read('rows.xml');
const fill = async () => {
    const filled = await open(rows);
    const range = named(filled, 'ligne');
    for (let row = 1; row <= 300; ++row) {
        if (range.currentState.children.length < row) range.addInstances(range.currentState.children.length - 1, 1);
        const children = range.currentState.children[row - 1];
        named(children, 'a').setValue(BigInt(row));
        named(children, 'b').setValue(2n);
    }
    return [filled, range];
};
tell('fillRows', await timed(3, fill));
const [filled, range] = await fill();
const total = named(filled, 'total');
const cell = named(range.currentState.children[149], 'a');
tell('answerInRows', await timed(100, (round) => {
    cell.setValue(BigInt(round + 1));
    return total.currentState.value;
}));
if (total.currentState.value != 90300 - 300 + 200 * 1) console.log('somme :', String(total.currentState.value));
node.exit(0);
