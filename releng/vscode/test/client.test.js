// SPDX-License-Identifier: EPL-2.0
//
// Starts the extension as an editor does, with the real language server behind it: only the editor itself is played by this test, and
// the library that speaks the protocol for it. No network, no package but Node's own. TRAPLINE_COMMAND names the start script; where it
// is not set, the one of this repository is found.
'use strict';

const assert = require('node:assert');
const { spawn } = require('node:child_process');
const fs = require('node:fs');
const Module = require('node:module');
const os = require('node:os');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { after, before, test } = require('node:test');

const manifest = require('../package.json');

/** What the extension says to the user. */
const errors = [];
let folder;
let client;
let extension;

/** The protocol over the standard input and output of a process, as vscode-languageclient speaks it. */
class PlainClient {

	constructor(id, name, server, options) {
		Object.assign(this, { id, name, server, options, answers: new Map(), diagnostics: new Map(), waiting: [], last: 0, input: Buffer.alloc(0) });
		client = this;
	}

	async start() {
		this.process = spawn(this.server.command, this.server.args, { stdio: ['pipe', 'pipe', 'inherit'] });
		this.ended = new Promise(resolve => this.process.on('exit', resolve));
		await new Promise((resolve, reject) => this.process.on('spawn', resolve).on('error', reject));
		this.process.stdout.on('data', data => this.read(data));
		this.initialized = await this.request('initialize', {
			processId: process.pid,
			capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } },
			workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'studies' }]
		});
		this.notify('initialized', {});
	}

	async stop() {
		await this.request('shutdown');
		this.notify('exit');
		return this.ended;
	}

	request(method, params) {
		const id = ++this.last;
		return new Promise((resolve, reject) => {
			this.answers.set(id, { resolve, reject });
			this.write({ jsonrpc: '2.0', id, method, params });
		});
	}

	notify(method, params) {
		this.write({ jsonrpc: '2.0', method, params });
	}

	write(message) {
		const text = JSON.stringify(message);
		this.process.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
	}

	read(data) {
		this.input = Buffer.concat([this.input, data]);
		for (;;) {
			const end = this.input.indexOf('\r\n\r\n');
			if (end < 0) {
				return;
			}
			const length = Number(/Content-Length: (\d+)/i.exec(this.input.subarray(0, end).toString())[1]);
			if (this.input.length < end + 4 + length) {
				return;
			}
			this.take(JSON.parse(this.input.subarray(end + 4, end + 4 + length).toString()));
			this.input = this.input.subarray(end + 4 + length);
		}
	}

	take(message) {
		if (message.method === 'textDocument/publishDiagnostics') {
			this.diagnostics.set(message.params.uri, message.params.diagnostics);
			this.waiting = this.waiting.filter(each => !each());
		} else if (message.method && message.id !== undefined) {
			this.write({ jsonrpc: '2.0', id: message.id, result: null });
		} else if (this.answers.has(message.id)) {
			const { resolve, reject } = this.answers.get(message.id);
			this.answers.delete(message.id);
			message.error ? reject(new Error(message.error.message)) : resolve(message.result);
		}
	}

	/** Waits until the problems of a file are as wanted. */
	problems(uri, wanted) {
		return new Promise(resolve => {
			const look = () => {
				const found = this.diagnostics.get(uri);
				const good = found !== undefined && wanted(found);
				if (good) {
					resolve(found);
				}
				return good;
			};
			if (!look()) {
				this.waiting.push(look);
			}
		});
	}
}

/** What the extension sees of the editor. */
const editor = {
	window: {
		createOutputChannel: () => ({ appendLine() {}, show() {}, dispose() {} }),
		showErrorMessage: message => errors.push(message)
	},
	workspace: {
		getConfiguration: () => ({ get: () => process.env.TRAPLINE_COMMAND ?? '' }),
		get workspaceFolders() {
			return [{ uri: { fsPath: __dirname } }];
		},
		createFileSystemWatcher: pattern => ({ pattern })
	}
};

function open(name, text) {
	const uri = pathToFileURL(path.join(folder, name)).href;
	client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'trapline', version: 1, text } });
	return uri;
}

before(async () => {
	folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'trapline-vscode-')));
	const load = Module._load;
	Module._load = (request, ...rest) => request === 'vscode' ? editor
		: request === 'vscode-languageclient/node' ? { LanguageClient: PlainClient } : load(request, ...rest);
	extension = require('..');
	await extension.activate({ subscriptions: [] });
});

after(() => fs.rmSync(folder, { recursive: true, force: true }));

test('the server shakes hands', () => {
	assert.deepStrictEqual(errors, []);
	assert.strictEqual(client.initialized.serverInfo.name, 'Trapline');
	assert.ok(client.initialized.capabilities.semanticTokensProvider, 'the editor has no other colours');
	assert.ok(client.initialized.capabilities.codeLensProvider);
	assert.deepStrictEqual(client.options.documentSelector, [{ scheme: 'file', language: manifest.contributes.languages[0].id }]);
});

test('an error shows, and goes when it is mended', async () => {
	const uri = open('a.trapline', 'stack S on Nowhere { }\n');
	const [problem] = await client.problems(uri, found => found.some(each => each.code === 'unknown-name'));
	assert.match(problem.message, /Nowhere/);
	client.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: '// nothing\n' }] });
	await client.problems(uri, found => found.length === 0);
});

test('what may stand at the caret is proposed', async () => {
	const uri = open('b.trapline', 'import "org.trapline.cpu.arm/x-gene"\nstack S on Moo');
	const found = await client.request('textDocument/completion', { textDocument: { uri }, position: { line: 1, character: 14 } });
	assert.ok((found.items ?? found).some(item => item.label === 'Moonshot'));
});

test('the links above an experiment run it', async () => {
	const uri = open('c.trapline', 'import "org.trapline.cpu.arm/x-gene"\nstack Vm on Moonshot { L0 KvmNonVhe guest L1 }\n'
		+ 'experiment E { stacks Vm workload hypercall measure traps }\n');
	const lenses = await client.request('textDocument/codeLens', { textDocument: { uri } });
	const { command } = lenses.find(lens => lens.command.title === 'Run');
	const next = (name, parameters) => client.request('workspace/executeCommand', { command: name, arguments: parameters });
	const text = await client.options.middleware.executeCommand(command.command, command.arguments, next);
	assert.match(text, /hypercall/);
	assert.strictEqual(await client.options.middleware.executeCommand(command.command, [pathToFileURL(path.join(folder, 'none.trapline')).href], next), undefined);
	assert.strictEqual(errors.length, 1);
});

test('the server ends with the editor', async () => {
	assert.strictEqual(await extension.deactivate(), 0);
});
