@echo off
rem Runs the command line with the Java of JAVA_HOME, or of the path.
setlocal
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto %CLOUD_SERVICE_JAVA_OPTIONS% -jar "%~dp0cloudservice.jar" %*
exit /b %ERRORLEVEL%
