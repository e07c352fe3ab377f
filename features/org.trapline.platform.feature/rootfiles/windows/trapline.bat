@echo off
rem SPDX-License-Identifier: EPL-2.0
rem Starts Trapline from an unpacked product: "trapline ide" opens the workbench, all else is the command line.
rem Needs Java 21 or newer, in JAVA_HOME or on the PATH.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
for %%j in ("%~dp0plugins\org.eclipse.equinox.launcher_*.jar") do set "launcher=%%~fj"
set options=-Djava.awt.headless=true -Dguice_bytecode_gen_option=DISABLED
if "%~1"=="ide" (
    "%java%" %options% -jar "%launcher%"
) else (
    "%java%" %options% -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -jar "%launcher%" -nosplash -application org.trapline.cli.app -data @none %*
)
exit /b %errorlevel%
