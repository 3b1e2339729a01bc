# Writes a text file as the string_view goalsheet::embedded::NAME. Pieces of up to 8,000 bytes, since compilers limit one
# literal, that end with a line: none is cut within a character.
file(READ ${FILE} text)
string(LENGTH "${text}" length)
set(pieces "")
set(at 0)
while(at LESS length)
  string(SUBSTRING "${text}" ${at} 8000 piece)
  string(FIND "${piece}" "\n" line_end REVERSE)
  if(line_end LESS 0)
    message(FATAL_ERROR "${FILE}: a line of more than 8,000 bytes")
  endif()
  math(EXPR size "${line_end} + 1")
  string(SUBSTRING "${text}" ${at} ${size} piece)
  string(APPEND pieces "\nR\"~~~~(${piece})~~~~\"")
  math(EXPR at "${at} + ${size}")
endwhile()
file(WRITE ${OUT}
  "#include <string_view>\nnamespace goalsheet::embedded {\nextern const std::string_view ${NAME};\nconst std::string_view ${NAME} = ${pieces};\n}\n")
