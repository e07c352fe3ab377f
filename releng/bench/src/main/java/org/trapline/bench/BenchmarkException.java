// SPDX-License-Identifier: EPL-2.0
package org.trapline.bench;

/** A benchmark that could not be measured; its message is for people. */
final class BenchmarkException extends Exception {

    private static final long serialVersionUID = 1;

    BenchmarkException(String message) {
        super(message);
    }
}
