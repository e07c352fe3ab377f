// SPDX-License-Identifier: EPL-2.0
'use strict';

const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');
const { serverCommand } = require('./server');

let client;

/** Starts the language server; all that the editor knows of the language comes from it. */
async function activate(context) {
	const output = vscode.window.createOutputChannel('Trapline');
	context.subscriptions.push(output);
	const configured = vscode.workspace.getConfiguration('trapline').get('command');
	const folders = (vscode.workspace.workspaceFolders ?? []).map(folder => folder.uri.fsPath);
	const server = serverCommand(configured, folders);
	client = new LanguageClient('trapline', 'Trapline', server, {
		// The server checks files: a document that was never saved is in no place that imports could start from.
		documentSelector: [{ scheme: 'file', language: 'trapline' }],
		synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher('**/*.trapline') },
		outputChannel: output,
		// "Run" and "Explain" answer with a text.
		middleware: { executeCommand: (command, parameters, next) => answer(output, next(command, parameters)) }
	});
	try {
		await client.start();
	} catch (failure) {
		const message = `Trapline's language server does not start (${server.command} lsp): ${failure.message ?? failure}. `
			+ 'Name the start script in the setting "trapline.command".';
		vscode.window.showErrorMessage(message);
	}
}

async function answer(output, answered) {
	try {
		const text = await answered;
		if (text) {
			output.appendLine(text);
			output.show(true);
		}
		return text;
	} catch (refused) {
		vscode.window.showErrorMessage(refused.message);
		return undefined;
	}
}

function deactivate() {
	return client?.stop();
}

module.exports = { activate, deactivate };
