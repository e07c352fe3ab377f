@echo off
rem SPDX-License-Identifier: EPL-2.0
rem Starts Trapline from an unpacked product: "trapline ide" opens the workbench, all else is the command line.
rem Needs Java 21 or newer, in JAVA_HOME or on the PATH.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
for %%j in ("%~dp0plugins\org.eclipse.equinox.launcher_*.jar") do set "launcher=%%~fj"
if "%~1"=="ide" (
    "%java%" -jar "%launcher%"
) else (
    "%java%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.awt.headless=true -jar "%launcher%" -nosplash -application org.trapline.cli.app -data @none %*
)
exit /b %errorlevel%
