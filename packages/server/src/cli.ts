process.stderr.write('Команда ещё не собрана.\n')
process.exitCode = 1
